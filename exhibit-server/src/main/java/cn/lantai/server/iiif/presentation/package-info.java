/**
 * The IIIF Presentation API: what manifests, collections and canvases say, and the content states
 * that point at parts of them.
 */
package cn.lantai.server.iiif.presentation;
