package cn.lantai.server.imports;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses uploads that are too large: before they are read if they say so, or while they are. */
@Provider
@LimitedUpload
@Priority(Priorities.ENTITY_CODER)
@ApplicationScoped
public class UploadLimit implements ContainerRequestFilter {

  private static final String NUMBER = "\\d{1,18}";

  @Inject Uploads uploads;

  @Override
  public void filter(ContainerRequestContext request) {
    long limit = uploads.limit();
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.matches(NUMBER) && Long.parseLong(length) > limit) {
      throw tooLarge(limit);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  static ProblemException tooLarge(long limit) {
    long mebibytes = limit >> 20;
    return new Problem(
            413,
            "upload-too-large",
            new Message("上传的内容过大", "The upload is too large"),
            new Message(
                "一次最多 %d MiB（LANTAI_UPLOAD_LIMIT）。请分几次上传，或由管理员用 import 命令导入。".formatted(mebibytes),
                "Up to %d MiB at a time (LANTAI_UPLOAD_LIMIT). Upload it in parts, or let the administrator use the command import."
                    .formatted(mebibytes)))
        .with("limit", limit)
        .exception();
  }

  private static final class Limited extends FilterInputStream {

    private final long limit;
    private long read;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > limit) {
        throw tooLarge(limit);
      }
    }
  }
}
