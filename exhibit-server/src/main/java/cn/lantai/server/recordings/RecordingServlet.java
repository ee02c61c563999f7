package cn.lantai.server.recordings;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.AccessPolicy.Audience;
import cn.lantai.server.recordings.PublicRecordings.Finding;
import cn.lantai.server.security.ImagePasses;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recordings as they came, {@code /media/{key}}, whole or in ranges (RFC 9110), and their captions,
 * {@code /media/{key}/{language}.vtt}.
 */
@WebServlet(urlPatterns = "/media/*", asyncSupported = true)
@SuppressWarnings("serial") // a servlet is never written anywhere
public class RecordingServlet extends HttpServlet {

  private static final Pattern ADDRESS =
      Pattern.compile("/media/([^/%]+)(?:/([A-Za-z-]{2,10})\\.vtt)?");
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  @Inject PublicRecordings recordings;
  @Inject RecordingFiles files;
  @Inject ImagePasses passes;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches()) {
      RecordingFiles.problem(404, "There is no such recording here.", request, response);
      return;
    }
    switch (request.getMethod()) {
      case "GET", "HEAD" ->
          read(
              recordings.find(address.group(1)),
              Optional.ofNullable(address.group(2)),
              request,
              response);
      case "OPTIONS" -> options(response);
      default -> {
        response.setHeader("Allow", ALLOWED);
        RecordingFiles.problem(405, "Recordings can only be read.", request, response);
      }
    }
  }

  private static void options(HttpServletResponse response) {
    response.setHeader("Allow", ALLOWED);
    response.setHeader("Access-Control-Allow-Methods", ALLOWED);
    response.setHeader(
        "Access-Control-Allow-Headers", "Accept, Range, If-Range, If-Match, If-None-Match");
    response.setHeader("Access-Control-Max-Age", "86400");
    response.setStatus(204);
  }

  private void read(
      Finding finding,
      Optional<String> language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (finding.recording().isEmpty()) {
      if (finding.gone()) {
        RecordingFiles.problem(410, "This recording has been withdrawn.", request, response);
      } else {
        RecordingFiles.problem(404, "There is no such recording here.", request, response);
      }
      return;
    }
    boolean everyone = finding.audience() == Audience.EVERYONE;
    if (!everyone && !finding.audience().admits(asker(request))) {
      response.setHeader("WWW-Authenticate", "Cookie realm=\"lantai\"");
      RecordingFiles.problem(401, "Sign in to play this recording.", request, response);
      return;
    }
    // What is not for everyone is kept by the reader's own browser, and asked for each time.
    response.setHeader("Cache-Control", everyone ? "public, max-age=3600" : "private, no-cache");
    files.send(finding.recording().get(), language, request, response);
  }

  private Asker asker(HttpServletRequest request) {
    return request.getUserPrincipal() != null || passes.ofCookie(request).isPresent()
        ? Asker.SIGNED_IN
        : Asker.ANYONE;
  }
}
