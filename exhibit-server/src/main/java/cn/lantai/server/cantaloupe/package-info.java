/**
 * Cantaloupe as the maker of pictures: its settings and its delegate, the process if it is started
 * by this server, and the requests to it.
 *
 * <p>Visitors never reach it. This server answers their addresses as always: it decides about
 * access, says what an image is, keeps what was made, and asks Cantaloupe for the pixels only.
 * Cantaloupe asks back: for each request there is a {@link cn.lantai.server.cantaloupe.Permits
 * permit} that holds while the request lasts, so who finds Cantaloupe's own address gets nothing
 * from it, be it cached or not.
 */
package cn.lantai.server.cantaloupe;
