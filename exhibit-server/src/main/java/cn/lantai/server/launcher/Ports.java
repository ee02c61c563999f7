package cn.lantai.server.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks at TCP ports before the server does, because it explains itself less well. */
final class Ports {

  private Ports() {}

  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** An address on this machine at which a server is reached that listens there. */
  static String address(String host, int port) {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String name = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + port;
  }

  static void requireFree(String host, int port) throws StartProblem {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException unknown) {
      throw new StartProblem(
          "找不到主机“" + host + "”：请检查 LANTAI_HOST。",
          "There is no host \"" + host + "\": check LANTAI_HOST.");
    } catch (BindException taken) {
      if (port < 1024 && String.valueOf(taken.getMessage()).contains("ermission")) {
        throw new StartProblem(
            "没有权限使用端口 " + port + "：请用 LANTAI_PORT 另选 1024 以上的端口。",
            "Port " + port + " needs special rights: choose one above 1024 with LANTAI_PORT.");
      }
      if (String.valueOf(taken.getMessage()).contains("assign")) {
        throw new StartProblem(
            "地址“" + host + "”不属于本机：请检查 LANTAI_HOST。",
            "The address \"" + host + "\" is not one of this machine: check LANTAI_HOST.");
      }
      throw new StartProblem(
          "端口 " + port + " 已被占用：请停止占用它的程序，或用 LANTAI_PORT 另选端口。",
          "Port " + port + " is taken: stop what uses it, or choose another one with LANTAI_PORT.");
    } catch (IOException other) {
      throw new StartProblem(
          "无法使用端口 " + port + "：" + other.getMessage(),
          "Port " + port + " cannot be used: " + other.getMessage());
    }
  }
}
