/**
 * Answers given by Grizzly, the HTTP server inside Payara, before a request becomes a servlet's.
 * Only what needs no container may be answered here, and only with what the servlet would say: in
 * another server, or without this package, every address answers the same.
 */
package cn.lantai.server.grizzly;
