package cn.lantai.server.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP/1.1 over one socket, and as little work as possible: a client that costs more than the
 * server would measure itself. Opened again when the server ends it.
 */
final class Connection implements Timings.Client {

  private final URI base;
  private final byte[] scrap = new byte[1 << 16];
  private Socket socket;
  private InputStream in;

  /**
   * @param base scheme, host and port
   */
  Connection(String base) throws IOException {
    this.base = URI.create(base);
    open();
  }

  @Override
  public int get(String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
      last |= header.equals("connection: close");
    }
    if (chunked) {
      do {
        length = Integer.parseInt(line(), 16);
        skip(length + 2);
      } while (length > 0);
    } else {
      skip(length);
    }
    if (last) {
      close();
      open();
    }
    return status;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void open() throws IOException {
    socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  private void skip(int length) throws IOException {
    for (int rest = length; rest > 0; ) {
      int read = in.read(scrap, 0, Math.min(rest, scrap.length));
      if (read < 0) {
        throw new EOFException("The answer ends too early");
      }
      rest -= read;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("No answer");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
