using System.Text.Json;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Dashboard;

/// <summary>What could not be read while a page was made; the rest of the page is there.</summary>
internal sealed class Faults
{
    private const int Most = 20;

    private readonly List<string> _lines = [];

    /// <summary>What, in sentences; so many at most.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds one.</summary>
    public void Add(string line)
    {
        if (_lines.Count < Most && !_lines.Contains(line))
        {
            _lines.Add(line);
        }
    }

    /// <summary>Reads something, or notes why not.</summary>
    /// <param name="read">Reads.</param>
    /// <param name="otherwise">What is known then.</param>
    public T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            Add(Failure.Of(error).Line);
            return otherwise;
        }
    }

    /// <summary>Whether an exception tells of files rather than of a mistake in the program.</summary>
    public static bool IsOfFiles(Exception error) => Failure.IsForeseen(error) || error is JsonException or FormatException or ArgumentException;
}
