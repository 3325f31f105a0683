using System.Diagnostics;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Something wrong.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Signature">What tells it from others; what has the same is the same.</param>
/// <param name="Text">What a person should know of it.</param>
internal sealed record Finding(FindingKind Kind, string Signature, string Text)
{
    private const string Ours = "BlockAssist.";

    /// <summary>An exception that nobody has documented.</summary>
    public static Finding Of(Exception error) => new(FindingKind.Exception, $"{error.GetType().Name} {PlaceOf(error)}", $"{error}");

    // The innermost method of ours; the programs of tests are none.
    private static string PlaceOf(Exception error) =>
        new StackTrace(error).GetFrames()
            .Select(frame => frame.GetMethod())
            .Where(method => method?.DeclaringType?.FullName is { } type && type.StartsWith(Ours, StringComparison.Ordinal) && !type.StartsWith("BlockAssist.Fuzzing.", StringComparison.Ordinal))
            .Select(method => $"{method!.DeclaringType!.FullName}.{method.Name}")
            .FirstOrDefault() ?? error.TargetSite?.Name ?? "somewhere";
}
