/**
 * Recordings of sound and film: what they are, and what a file says of itself.
 *
 * <p>A recording is kept and delivered as it came, for browsers play these formats without help: a
 * server that transcodes would need machine code of its own. So ingest only reads heads: what a
 * file is, by its content and never by its name, how long it is, and whether it is whole.
 *
 * <p>These readers are our own. Each needs a few dozen numbers of a container, walks it by seeking
 * with one small buffer, and checks that it is complete. The libraries for it read tags, go by the
 * ending of the name, or have not been kept up, and none knows WebM.
 */
package cn.lantai.media.recording;
