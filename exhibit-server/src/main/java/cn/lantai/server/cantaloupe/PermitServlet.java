package cn.lantai.server.cantaloupe;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers the delegate: {@code /iiif/permits/{permit}} gives the image's name in Cantaloupe and, in
 * a second line, its access file, below the folder of access files.
 */
@WebServlet(urlPatterns = "/iiif/permits/*")
@SuppressWarnings("serial") // a servlet is never written anywhere
public class PermitServlet extends HttpServlet {

  @Inject Permits permits;
  @Inject MediaStore media;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain;charset=UTF-8");
    Optional<Digest> image = permits.find(path.substring(1));
    if (image.isEmpty()) {
      response.setStatus(404);
      return;
    }
    response.getWriter().print(image.get().hex() + "\n" + relative(media, image.get()) + "\n");
  }

  private static String relative(MediaStore media, Digest image) {
    return media
        .folder()
        .resolve("access")
        .relativize(media.accessPath(image))
        .toString()
        .replace(File.separatorChar, '/');
  }
}
