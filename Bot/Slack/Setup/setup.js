// Without this script the manifest is copied by hand.
const manifest = document.getElementById("manifest");
const copied = document.getElementById("copied");
const copy = document.getElementById("copy");

copy.hidden = false;
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(manifest.value);
    copied.textContent = "Copied.";
  } catch {
    manifest.focus();
    manifest.select();
    copied.textContent = "Selected; press Ctrl+C or ⌘C.";
  }
});
