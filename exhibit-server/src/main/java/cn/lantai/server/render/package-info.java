/**
 * Turns views into pages: themes, templates, messages and the static files that pages refer to.
 *
 * <p>Knows no request and no store: whoever answers a request fills a view and a {@link
 * cn.lantai.server.render.PageContext} and sends the bytes.
 */
package cn.lantai.server.render;
