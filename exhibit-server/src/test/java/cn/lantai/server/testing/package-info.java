/** What the integration tests share: the real application, in a container and as a process. */
package cn.lantai.server.testing;
