using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary><c>blockassist key import</c>: an identity comes back from its words.</summary>
internal static class KeyImportCommand
{
    private const int MostLetters = 4096;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var words = new Option<FileInfo?>("--words-file")
        {
            Description = "A text file with the 24 words; by default they are read from standard input, so that no history of commands has them.",
            HelpName = "FILE",
        };
        var options = new KeyKeeping();
        var verb = new Verb(
            "import",
            "Brings an identity back from its 24 words. With those of the present identity it gives that another passphrase.",
            new Example("blockassist key import", "asks for the words and a passphrase"),
            new Example("blockassist key import --words-file words.txt --without-passphrase", "on a server")) { words };
        options.AddTo(verb);
        verb.Runs((parsed, context, cancellation) =>
        {
            using var phrase = RecoveryPhrase.Parse(parsed.GetValue(words) is { } file ? Read(file) : Ask(context.Surroundings));
            context.Output.Result(options.Keep(phrase, parsed, context, cancellation), KeyJson.Default.KeyReport, KeyTables.Shown);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Read(FileInfo file)
    {
        using var reader = file.OpenText();
        return ReadAll(reader);
    }

    // A person ends with Enter, a program with the end of its text.
    private static string Ask(Surroundings surroundings)
    {
        if (surroundings.AskSecret is null)
        {
            return ReadAll(surroundings.In);
        }

        surroundings.Error.Write("The 24 words, on one line: ");
        return surroundings.In.ReadLine() ?? "";
    }

    private static string ReadAll(TextReader reader)
    {
        var letters = new char[MostLetters];
        return new string(letters, 0, reader.ReadBlock(letters));
    }
}
