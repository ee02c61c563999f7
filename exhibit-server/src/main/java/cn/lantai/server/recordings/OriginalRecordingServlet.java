package cn.lantai.server.recordings;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Journal;
import cn.lantai.media.recording.Recording;
import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.SignedIn;
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
 * Recordings as they were stored, published or not, with the captions of the newest version: for
 * those who describe or review them. Beside {@link RecordingServlet}, for it must not hold a thread
 * either.
 */
@WebServlet(
    urlPatterns = {"/workbench/recordings/*", "/api/recordings/*"},
    asyncSupported = true)
@SuppressWarnings("serial") // a servlet is never written anywhere
public class OriginalRecordingServlet extends HttpServlet {

  private static final String FOLDER = "/workbench/recordings/";
  private static final Pattern ADDRESS = Pattern.compile("/([^/%]+)(?:/([A-Za-z-]{2,10})\\.vtt)?");

  @Inject Journal journal;
  @Inject RecordingFiles files;
  @Inject SignedIn signedIn;
  @Inject Repetitions repetitions;

  /** The address of a file. */
  public static String address(EntityIri recording) {
    return FOLDER + recording.key();
  }

  /** The address of its captions. */
  public static String captions(EntityIri recording, String language) {
    return address(recording) + '/' + language + ".vtt";
  }

  public static boolean mayBePlayed(EntityIri recording, Rights rights) {
    return rights.may(Permission.DESCRIBE, recording) || rights.may(Permission.REVIEW, recording);
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SignedIn.Person> person = signedIn.person(request);
    if (person.isEmpty()) {
      response.setHeader(
          "WWW-Authenticate", forPrograms(request) ? "Bearer" : "Cookie realm=\"lantai\"");
      RecordingFiles.problem(401, "Sign in to play this recording.", request, response);
      return;
    }
    String path = request.getRequestURI().substring(request.getServletPath().length());
    Matcher address = ADDRESS.matcher(path);
    Optional<Recording> recording =
        address.matches() ? recording(address.group(1), person.get().rights()) : Optional.empty();
    if (recording.isEmpty()) {
      // What may not be heard is answered as what is not there.
      RecordingFiles.problem(404, "There is no such recording here.", request, response);
      return;
    }
    Actor actor = person.get().actor();
    repetitions.noteOnce(
        "original " + actor.who() + " " + recording.get().iri(),
        AuditNote.of(AuditAction.ORIGINAL_SEEN).about(recording.get().iri()).by(actor));
    response.setHeader("Cache-Control", "private, no-cache");
    files.send(recording.get(), Optional.ofNullable(address.group(2)), request, response);
  }

  private static boolean forPrograms(HttpServletRequest request) {
    return request.getServletPath().startsWith("/api/");
  }

  private Optional<Recording> recording(String key, Rights rights) {
    return Optional.of(key)
        .filter(EntityIri::isKey)
        .map(it -> new EntityIri(EntityType.RECORDING, it))
        .filter(it -> mayBePlayed(it, rights))
        .flatMap(journal::current)
        .map(Recording::of)
        .filter(it -> it.content().isPresent());
  }
}
