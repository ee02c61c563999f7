/**
 * The IIIF Image API over HTTP. What a request means and how pictures are made is decided in {@code
 * cn.lantai.media.imageapi}; here are only addresses, headers and status codes.
 */
package cn.lantai.server.iiif;
