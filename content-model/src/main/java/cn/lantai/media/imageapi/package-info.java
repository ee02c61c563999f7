/**
 * The IIIF Image API, versions 3.0 and 2.1, without HTTP: what a request means for an image of a
 * given size, how it is answered from the access file, and what the image information says.
 *
 * <p>No web classes and no decision on who may see an image live here.
 */
package cn.lantai.media.imageapi;
