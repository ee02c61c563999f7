/**
 * The public pages: what is read from the public stage for each page, and the views that templates
 * show. No HTML here, and no way to anything but the public stage.
 */
package cn.lantai.server.site;
