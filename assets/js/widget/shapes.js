// The shapes of icons, from lucide (ISC), each as one path on a grid of 24. One constant each, so that the bubble
// does not carry the panel's.
export const chat = "M7.9 20A9 9 0 1 0 4 16.1L2 22Z"
export const down = "m6 9 6 6 6-6"
export const cross = "M18 6 6 18M6 6l12 12"
export const dots = "M12 12h.01M12 5h.01M12 19h.01"
export const send = "m5 12 7-7 7 7M12 19V5"
export const check = "M20 6 9 17l-5-5"
export const bot = "M12 8V4H8M4 12a4 4 0 0 1 4-4h8a4 4 0 0 1 4 4v4a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM2 14h2M20 14h2M15 13v2M9 13v2"
export const person = "M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zm0 0a9 9 0 0 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2zm0 5v2a4 4 0 0 1-4 4h-5"
export const up = "M7 10v12M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z"
export const low = "M17 14V2M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88Z"
export const again = "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5"
