package cn.lantai.server.api;

import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.imports.Pieces;
import cn.lantai.server.imports.Pieces.Piecewise;
import cn.lantai.server.imports.Pieces.Taken;
import cn.lantai.server.imports.Pieces.UnderWay;
import cn.lantai.server.imports.UploadRefusedException;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uploads that come piece by piece, several files at a time. Who lost the connection asks how much
 * is there and goes on. Digests are written as RFC 9530 says.
 */
@Path("api/uploads")
@RequestScoped
@Requires(Permission.IMPORT)
public class UploadResource {

  private static final String OFFSET = "Upload-Offset";
  private static final Pattern DIGEST = Pattern.compile("\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*");

  /** Names of some tens of thousands of files. */
  private static final int LARGEST_LIST = 8 << 20;

  @Inject Pieces pieces;
  @Inject Addresses addresses;
  @Inject Visitor visitor;

  /** {@code {"files": [{"name": "X043-0001-001.tif", "size": 104857600}]}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(InputStream body) throws IOException {
    List<Piecewise> files = files(JsonBody.read(body, LARGEST_LIST));
    try {
      UnderWay begun = pieces.begin(files, visitor.name());
      return JsonBody.answer(
          Response.status(201).location(URI.create(address(begun))), json(begun));
    } catch (UploadRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  /** One's own, that are under way. */
  @GET
  public Response list() throws IOException {
    JsonArrayBuilder list = Json.createArrayBuilder();
    pieces.of(visitor.name()).forEach(each -> list.add(json(each)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("uploads", list));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  public Response show(@PathParam("id") String id) throws IOException {
    return JsonBody.answer(
        Response.ok(),
        json(pieces.find(id, visitor.name()).orElseThrow(ImportProblems::unknownUpload)));
  }

  /** Puts a piece behind what is there of a file. */
  @PATCH
  @Path("{id: [0-9a-f-]{36}}/files/{number: \\d{1,6}}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response take(
      @PathParam("id") String id,
      @PathParam("number") int number,
      @HeaderParam(OFFSET) String offset,
      @HeaderParam("Content-Digest") String digest,
      InputStream piece)
      throws IOException {
    try {
      Taken taken =
          pieces
              .take(id, number, offset(offset), digest(digest), piece, visitor.name())
              .orElseThrow(ImportProblems::unknownUpload);
      Response.ResponseBuilder answer = Response.noContent().header(OFFSET, taken.received());
      taken
          .digest()
          .ifPresent(
              sha256 ->
                  answer.header(
                      "Repr-Digest",
                      "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":"));
      return answer.build();
    } catch (UploadRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  /** Gives it up; nothing of it is left. */
  @DELETE
  @Path("{id: [0-9a-f-]{36}}")
  public Response giveUp(@PathParam("id") String id) throws IOException {
    try {
      if (!pieces.giveUp(id, visitor.name())) {
        throw ImportProblems.unknownUpload();
      }
      return Response.noContent().build();
    } catch (UploadRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  private static List<Piecewise> files(JsonObject asked) {
    List<Piecewise> files = new ArrayList<>();
    if (asked.get("files") instanceof JsonArray list) {
      for (JsonValue each : list) {
        if (!(each instanceof JsonObject file)
            || !(file.get("size") instanceof JsonNumber size)
            || !size.isIntegral()) {
          throw unreadable(
              "files 的每一项应有 name（文件名）和 size（字节数）。",
              "Each of files has a name and a size in bytes.");
        }
        files.add(new Piecewise(JsonBody.text(file, "name"), size.longValue(), 0));
      }
    }
    return files;
  }

  private static long offset(String header) {
    if (header == null || !header.strip().matches("\\d{1,18}")) {
      throw unreadable(
          "请在 Upload-Offset 中写明这一段从第几个字节开始。",
          "Say in Upload-Offset at which byte the piece begins.");
    }
    return Long.parseLong(header.strip());
  }

  private static Optional<byte[]> digest(String header) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher digest = DIGEST.matcher(header);
    if (!digest.matches()) {
      throw unreadable(
          "Content-Digest 应写作 sha-256=:Base64:（RFC 9530）。",
          "Content-Digest is written sha-256=:base64: (RFC 9530).");
    }
    return Optional.of(Base64.getDecoder().decode(digest.group(1)));
  }

  private static ProblemException unreadable(String zh, String en) {
    return new Problem(
            400, "upload", new Message("请求读不懂", "The request cannot be read"), new Message(zh, en))
        .exception();
  }

  private String address(UnderWay upload) {
    return addresses.base() + "api/uploads/" + upload.id();
  }

  private JsonObjectBuilder json(UnderWay upload) {
    JsonArrayBuilder files = Json.createArrayBuilder();
    upload
        .files()
        .forEach(
            file ->
                files.add(
                    Json.createObjectBuilder()
                        .add("name", file.name())
                        .add("size", file.size())
                        .add("received", file.received())));
    return Json.createObjectBuilder()
        .add("id", upload.id())
        .add("href", address(upload))
        .add("largestPiece", pieces.largestPiece())
        .add("files", files);
  }
}
