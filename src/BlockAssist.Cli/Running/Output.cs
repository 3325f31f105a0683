using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Running;

/// <summary>Writes the one result of a command to standard output: a table for people, or with <c>--json</c> one object.</summary>
internal sealed class Output(Surroundings surroundings, bool json)
{
    private const string JsonName = "--json";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool _written;

    /// <summary>The option that every verb has.</summary>
    public static Option<bool> JsonOption() => new(JsonName)
    {
        Description = "Print the result as one JSON object; everything else goes to standard error.",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };

    /// <summary>Whether the option is among the words, even if the rest of them make no sense.</summary>
    public static bool JsonIsIn(ParseResult parsed) => parsed.GetResult(JsonName) is OptionResult { Implicit: false };

    /// <summary>Whether a program reads the result.</summary>
    public bool IsJson => json;

    /// <summary>Writes the result; a command has one.</summary>
    public void Result<T>(T result, JsonTypeInfo<T> form, Func<T, IRenderable> table)
    {
        Once();
        if (json)
        {
            surroundings.Out.WriteLine(Serialize(result, form));
        }
        else
        {
            Write(table(result));
        }
    }

    /// <summary>Writes the result, for people in one sentence.</summary>
    public void Result<T>(T result, JsonTypeInfo<T> form, Func<T, string> sentence)
    {
        Once();
        surroundings.Out.WriteLine(json ? Serialize(result, form) : sentence(result));
    }

    /// <summary>Shows the result on a screen and keeps it new until it is interrupted, which is no failure. Where nobody looks it is written once.</summary>
    /// <param name="look">Looks how it is now.</param>
    /// <param name="form">How a program reads it.</param>
    /// <param name="table">How people do.</param>
    /// <param name="every">How often it is looked at.</param>
    /// <param name="cancellation">The interruption.</param>
    public async Task ResultLiveAsync<T>(Func<Task<T>> look, JsonTypeInfo<T> form, Func<T, IRenderable> table, TimeSpan every, CancellationToken cancellation)
    {
        if (json || !surroundings.OutIsTerminal)
        {
            Result(await look(), form, table);
            return;
        }

        Once();
        try
        {
            // What does not fit is at the end, where the oldest is.
            await Consoles.Results(surroundings).Live(Dated(table(await look()))).Cropping(VerticalOverflowCropping.Bottom).StartAsync(async live =>
            {
                live.Refresh();
                using var timer = new PeriodicTimer(every, surroundings.Clock);
                while (await timer.WaitForNextTickAsync(cancellation))
                {
                    live.UpdateTarget(Dated(table(await look())));
                }
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    private Rows Dated(IRenderable shown) => new(
        new Text(string.Create(CultureInfo.InvariantCulture, $"{surroundings.Clock.GetLocalNow():HH:mm:ss}; Ctrl+C ends"), new Style(Color.Grey)), shown);

    /// <summary>Says why the command failed: a line on standard error, and the object where a program waits for one.</summary>
    public void Failed(Failure failure)
    {
        surroundings.Error.WriteLine($"blockassist: {failure.Line}");
        if (json && !_written)
        {
            Once();
            surroundings.Out.WriteLine(Serialize(failure, FailureJson.Default.Failure));
        }
    }

    private void Write(IRenderable table)
    {
        if (surroundings.OutIsTerminal)
        {
            Consoles.Results(surroundings).Write(table);
            return;
        }

        // For a file or a pipe: as wide as it wants to be, and nothing but its text.
        using var text = new StringWriter();
        Consoles.Results(surroundings with { Out = text, Width = Consoles.Unfolded }).Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            surroundings.Out.WriteLine(line);
        }
    }

    private void Once()
    {
        if (_written)
        {
            throw new InvalidOperationException("A command writes one result.");
        }

        _written = true;
    }

    private static string Serialize<T>(T result, JsonTypeInfo<T> form)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            JsonSerializer.Serialize(writer, result, form);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
