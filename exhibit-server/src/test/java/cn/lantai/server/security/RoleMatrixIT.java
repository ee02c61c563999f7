package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.Staff;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every role at every address below {@code /workbench} and {@code /api}. The table beside this
 * class says what each takes; an address that it does not hold fails the test, so that who adds one
 * has to say who may.
 */
class RoleMatrixIT {

  /** Open to all who have signed in. */
  private static final String ANYBODY = "-";

  @TempDir static java.nio.file.Path temporary;

  private static LantaiProcess server;
  private static final Map<Role, Person> people = new EnumMap<>(Role.class);
  private static final Map<Role, String> tokens = new EnumMap<>(Role.class);

  /**
   * @param consumes empty if it takes no body
   */
  private record Door(String method, String path, String consumes) {

    String name() {
      return method + " " + path;
    }

    /** Names nothing that there is. */
    String address() {
      return path.replace("{type}", "record")
          .replace("{name}", "nobody")
          .replaceAll("\\{(?:id|row)\\}", path.contains("/uploads/") ? UPLOAD : "999999")
          .replace("{number}", "999999")
          .replaceAll("\\{\\w+\\}", "nothing");
    }
  }

  private static final String UPLOAD = "00000000-0000-0000-0000-000000000000";

  @BeforeAll
  static void start() throws Exception {
    server = LantaiProcess.start(temporary.resolve("data"), Map.of()).awaitGreeting();
    Staff staff = Staff.of(server);
    for (Role role : Role.given()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      people.put(role, staff.with(role.name(), name).get(name));
      tokens.put(role, people.get(role).token());
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theTableHoldsEveryAddressAndNoOther() throws Exception {
    Set<String> real =
        doors().stream().map(Door::name).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", real), String.join("\n", table().keySet()));
  }

  @Test
  void everyAddressIsForThoseWhoseRoleAllowsItAndForNobodyElse() throws Exception {
    Map<String, String> table = table();
    List<String> wrong = new ArrayList<>();
    Person stranger = new Person(server.baseUrl());
    String strangersToken = stranger.token();
    for (Door door : doors()) {
      HttpResponse<String> answered = ask(stranger, strangersToken, door);
      if (answered.statusCode() != 401 && !leadsToTheSignIn(answered)) {
        wrong.add("a stranger " + door.name() + " " + answered.statusCode());
      }
      for (Role role : Role.given()) {
        boolean may = may(role, table.getOrDefault(door.name(), "nobody"));
        int status = ask(people.get(role), tokens.get(role), door).statusCode();
        boolean let = status != 401 && status != 403 && status < 500;
        if (may ? !let : status != 403) {
          wrong.add(role + " " + door.name() + " " + status);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean leadsToTheSignIn(HttpResponse<String> answer) {
    return answer.statusCode() == 303
        && answer.headers().firstValue("Location").orElse("").contains("/signin?next=");
  }

  private static boolean may(Role role, String permissions) {
    return permissions.equals(ANYBODY)
        || Arrays.stream(permissions.split("\\|"))
            .map(Permission::valueOf)
            .anyMatch(role.permissions()::contains);
  }

  private static HttpResponse<String> ask(Person person, String token, Door door) {
    try {
      return askOnce(person, token, door);
    } catch (AssertionError noAnswer) {
      // The server may end a connection that has been used often just when it is used again.
      return askOnce(person, token, door);
    }
  }

  private static HttpResponse<String> askOnce(Person person, String token, Door door) {
    if (door.method().equals(HttpMethod.GET)) {
      return person.get(door.address());
    }
    String body = door.consumes().equals(MediaType.APPLICATION_JSON) ? "{}" : "";
    boolean isForm = door.consumes().equals(MediaType.MULTIPART_FORM_DATA);
    String address = isForm ? door.address() + "?csrf=" + token : door.address();
    String type = isForm ? door.consumes() + "; boundary=x" : door.consumes();
    return person.sendWith(
        token,
        door.method(),
        address,
        type.isEmpty() ? MediaType.APPLICATION_FORM_URLENCODED : type,
        isForm ? "--x--\r\n" : body);
  }

  /** What each address takes, by method and path. */
  private static Map<String, String> table() throws IOException {
    try (InputStream file = RoleMatrixIT.class.getResourceAsStream("role-matrix.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .collect(
              Collectors.toMap(
                  cells -> cells[0] + " " + cells[1],
                  cells -> cells[2],
                  (one, other) -> {
                    throw new AssertionError("twice");
                  },
                  TreeMap::new));
    }
  }

  private static List<Door> doors() throws IOException, URISyntaxException {
    List<Door> found = new ArrayList<>();
    for (Class<?> resource : resources()) {
      for (Method method : resource.getMethods()) {
        verb(method)
            .map(verb -> new Door(verb, path(resource, method), consumes(resource, method)))
            .filter(door -> door.path().matches("/(workbench|api)(/.*)?"))
            .filter(door -> found.stream().noneMatch(each -> each.name().equals(door.name())))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .flatMap(
            each ->
                Optional.ofNullable(each.annotationType().getAnnotation(HttpMethod.class)).stream())
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Class<?> resource, Method method) {
    String own =
        Optional.ofNullable(method.getAnnotation(Path.class))
            .map(path -> "/" + path.value().replaceFirst("^/", ""))
            .orElse("");
    String whole = "/" + resource.getAnnotation(Path.class).value().replaceFirst("^/", "") + own;
    return whole.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
  }

  private static String consumes(Class<?> resource, Method method) {
    return Optional.ofNullable(method.getAnnotation(Consumes.class))
        .or(() -> Optional.ofNullable(resource.getAnnotation(Consumes.class)))
        .map(each -> each.value()[0])
        .orElse("");
  }

  private static List<Class<?>> resources() throws IOException, URISyntaxException {
    java.nio.file.Path classes =
        java.nio.file.Path.of(
            RightsFilter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("cn/lantai/server"))) {
      return files
          .map(file -> classes.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .sorted()
          .map(name -> type(name.substring(0, name.length() - ".class".length())))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .<Class<?>>map(type -> type)
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, RoleMatrixIT.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
