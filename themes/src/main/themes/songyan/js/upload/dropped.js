/** The files that were dropped, with those in folders by their paths. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  const walk = async (entry, path) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      found.push({ name: path + file.name, file });
      return;
    }
    const reader = entry.createReader();
    // A folder is read by the hundred.
    for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length; ) {
      for (const each of some) await walk(each, `${path}${entry.name}/`);
    }
  };
  for (const entry of entries) await walk(entry, '');
  return found.filter(({ file }) => !['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(file.name));
}
