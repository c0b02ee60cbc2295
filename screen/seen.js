// Keeps which generations this browser has seen, for a year.
export default function ({ data }) {
  document.cookie = `${data.cookie}; path=/; max-age=31536000; SameSite=Lax`;
}
