/**
 * Commands that a server carries out, elsewhere or on this machine: everything goes through {@code
 * /api}. Like all of the launcher it shares no class with the application, and it uses nothing but
 * the JDK: a library on the launcher's class path would stand before the one of Payara.
 */
package cn.lantai.server.launcher.remote;
