/**
 * Stored images: originals kept as they came, and the access file made from each.
 *
 * <p>Here live content addresses, decoding, colour, scaling and the files on disk. Nothing here
 * knows who may see an image, what it shows, or how it is asked for; that is for {@code access},
 * {@code archive} and {@link cn.lantai.media.imageapi}.
 *
 * <h2>Folders</h2>
 *
 * <pre>
 * originals/ab/cd/{sha256}      the bytes as they came, never changed, never served; for a further
 *                               page of a file, words that name file and page
 * access/ab/cd/{sha256}.tif     what is served; can be made again from the original
 * *.sha256, *.sm3               beside a file: its digests, as far as its name is not one (Sums)
 * access/ab/cd/{sha256}.tif.of  beside a treated picture: its original, and since when nobody can ask
 *                               for it (TreatedFiles)
 * cache/                        renditions; can be deleted at any time
 * incoming/                     files being written; left-overs of a crash are removed on the next start
 * </pre>
 *
 * <p>{@code abcd…} is the SHA-256 of the original. A file appears under its name complete or not at
 * all: it is written in {@code incoming}, forced to the disk, and renamed.
 *
 * <h2>The access file</h2>
 *
 * <p>A little-endian TIFF that any image server reads (a BigTIFF beyond 4 GiB): one directory for
 * each level, the full size first and each further one half of it (rounded up) by a 2×2 box filter,
 * down to the first level that fits in one tile. Tiles are 512 px square, JPEG (compression 7) in
 * YCbCr 4:2:0 at quality 85; each is a complete JPEG stream with its own tables, so there is no
 * {@code JPEGTables} tag, and the tile of an address is a copy of a range of this file. Colours are
 * sRGB, the orientation of the camera is applied, transparency is laid on white.
 *
 * <p>TIFF pads the tiles at the right and lower edge to full size, IIIF wants them cropped. So
 * beside each padded tile stands a second stream of exact size, and beside the levels stand
 * thumbnails. Rows are written as they are read, so levels stand between each other. TIFF readers
 * never see them: only the index at the end of the file points there.
 *
 * <pre>
 * TIFF header, tiles, edge tiles, thumbnails, TIFF directories
 * index      int width, height, tile size; int levels, then for each level
 *              int width, height, columns, rows, and for each tile (row by row) long offset, int length
 *            int thumbnails, then for each int width, height; long offset; int length
 * trailer    8 bytes "LANTAI01"; long offset of the index; int its length; int its CRC-32
 * </pre>
 *
 * <p>Numbers in index and trailer are big-endian. "01" is the version of this layout and of the
 * picture in it: a file with another one is made again.
 */
package cn.lantai.media;
