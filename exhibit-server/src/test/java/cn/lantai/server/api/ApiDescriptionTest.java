package cn.lantai.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description tells of every operation that there is, and of none that there is not. */
class ApiDescriptionTest {

  private static final Map<Class<? extends Annotation>, PathItem.HttpMethod> METHODS =
      Map.of(
          GET.class, PathItem.HttpMethod.GET,
          POST.class, PathItem.HttpMethod.POST,
          PUT.class, PathItem.HttpMethod.PUT,
          PATCH.class, PathItem.HttpMethod.PATCH,
          DELETE.class, PathItem.HttpMethod.DELETE);

  /** Given by a servlet, where no annotation tells of them. */
  private static final List<String> OF_SERVLETS =
      List.of("GET /api/recordings/{key}", "GET /api/recordings/{key}/{language}.vtt");

  @Test
  void itIsValid() throws IOException {
    SwaggerParseResult read = read();
    assertEquals(List.of(), read.getMessages());
    List<String> ids = operations(read.getOpenAPI()).map(Operation::getOperationId).toList();
    assertEquals(ids.size(), Set.copyOf(ids).size(), "operations have names of their own");
    operations(read.getOpenAPI())
        .forEach(each -> assertTrue(each.getSummary() != null, each.getOperationId()));
  }

  @Test
  void itHasEveryOperationAndNoOther() throws Exception {
    Map<String, Set<String>> described = ofDescription(read().getOpenAPI());
    Map<String, Set<String>> real = ofResources();
    assertEquals(real.keySet(), described.keySet());
    real.forEach(
        (operation, parameters) ->
            assertTrue(
                described.get(operation).containsAll(parameters), operation + " " + parameters));
  }

  private static SwaggerParseResult read() throws IOException {
    try (InputStream file = EntityResource.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      ParseOptions options = new ParseOptions();
      options.setResolve(true);
      return new OpenAPIV3Parser()
          .readContents(new String(file.readAllBytes(), StandardCharsets.UTF_8), null, options);
    }
  }

  private static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
  }

  /** Each with the parameters of its query. */
  private static Map<String, Set<String>> ofDescription(OpenAPI api) {
    Map<String, Set<String>> found = new TreeMap<>();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            found.put(method + " " + path, queryParameters(item, operation))));
    return found;
  }

  private static Set<String> queryParameters(PathItem item, Operation operation) {
    return Stream.of(item.getParameters(), operation.getParameters())
        .flatMap(list -> Optional.ofNullable(list).stream())
        .flatMap(List::stream)
        .filter(parameter -> parameter.getIn().equals("query"))
        .map(parameter -> parameter.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> ofResources() throws Exception {
    Map<String, Set<String>> found = new TreeMap<>();
    OF_SERVLETS.forEach(operation -> found.put(operation, Set.of()));
    for (Class<?> resource : resources()) {
      for (Method method : resource.getMethods()) {
        METHODS.forEach(
            (annotation, name) -> {
              if (method.isAnnotationPresent(annotation)) {
                found.put(name + " " + address(resource, method), queryParameters(method));
              }
            });
      }
    }
    return found;
  }

  /** All below {@code /api} but the commands, which take the key of the data folder. */
  private static List<Class<?>> resources() throws IOException, URISyntaxException {
    java.nio.file.Path classes =
        java.nio.file.Path.of(
            EntityResource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("cn/lantai/server"))) {
      return files
          .map(file -> classes.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith("Resource.class"))
          .map(name -> type(name.substring(0, name.length() - ".class".length())))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .filter(type -> root(type).startsWith("/api/") && type != CommandResource.class)
          .<Class<?>>map(type -> type)
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, ApiDescriptionTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String root(Class<?> resource) {
    return "/" + resource.getAnnotation(Path.class).value().replaceFirst("^/", "");
  }

  private static String address(Class<?> resource, Method method) {
    String own =
        Optional.ofNullable(method.getAnnotation(Path.class))
            .map(path -> "/" + path.value())
            .orElse("");
    // "{id: \d{1,18}}" is "{id}" to who reads the description.
    return (root(resource) + own).replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
  }

  private static Set<String> queryParameters(Method method) {
    Stream<String> ofMethod =
        Arrays.stream(method.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
            .map(parameter -> parameter.getAnnotation(QueryParam.class).value());
    return ofMethod.collect(Collectors.toCollection(TreeSet::new));
  }
}
