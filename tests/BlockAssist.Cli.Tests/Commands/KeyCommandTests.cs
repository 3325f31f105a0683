using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class KeyCommandTests : IDisposable
{
    private const string Words =
        "absent gorilla van acoustic humor firm title dolphin bulk barely citizen recall crane moment aspect appear track phrase actual enforce steel spoon afraid benefit";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_identity_is_kept_shown_and_exported()
    {
        var made = await Run("new", "--json");
        var shown = await Run("show", "--json");
        var exported = await Run("export", "--json");

        var identity = made.Json.GetProperty("identity");
        Assert.Equal(ExitCode.Done, made.Code);
        Assert.Equal(24, made.Json.GetProperty("words").GetString()!.Split(' ').Length);
        Assert.Equal(("keyfile", false), (identity.GetProperty("unlocking").GetString(), identity.GetProperty("openToOthers").GetBoolean()));
        Assert.Equal(PeerName.Of(PeerId.Parse(identity.GetProperty("peer").GetString()!)), identity.GetProperty("name").GetString());
        Assert.Equal(identity.GetRawText(), shown.Json.GetRawText());
        Assert.Equal(made.Json.GetProperty("words").GetString(), exported.Json.GetProperty("words").GetString());
    }

    [Fact]
    public async Task People_see_the_words_numbered_and_the_name()
    {
        var made = await Run("new");

        Assert.Contains("Write them down", made.Out, StringComparison.Ordinal);
        Assert.Contains("who can read both files has the identity", made.Out, StringComparison.Ordinal);
        Assert.Contains(" 1 ", made.Out, StringComparison.Ordinal);
        Assert.Contains("24 ", made.Out, StringComparison.Ordinal);
        Assert.Contains((await Run("show", "--json")).Json.GetProperty("name").GetString()!, made.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_is_not_lost_by_making_another()
    {
        var first = await Run("new", "--json");
        var again = await Run("new");
        var replaced = await Run("new", "--replace", "--json");

        Assert.Equal(ExitCode.Failed, again.Code);
        Assert.Contains(first.Json.GetProperty("identity").GetProperty("name").GetString()!, again.Error, StringComparison.Ordinal);
        Assert.Contains("--replace", again.Error, StringComparison.Ordinal);
        using var aside = new IdentityFile(replaced.Json.GetProperty("identity").GetProperty("setAside").GetString()!).OpenWithKeyFile();
        Assert.Equal(first.Json.GetProperty("words").GetString(), aside.Reveal());
    }

    [Fact]
    public async Task An_identity_comes_back_on_another_machine()
    {
        var made = await Run("new", "--json");
        var words = _folder.File("words.txt");
        await File.WriteAllTextAsync(words, made.Json.GetProperty("words").GetString() + "\n", TestContext.Current.CancellationToken);

        var fromFile = await CommandRun.Of("key", "import", "--words-file", words, "--json");
        var fromInput = await CommandRun.Of(Verbs.All(), _folder.File("other"), ["key", "import", "--json"], surroundings => surroundings with { In = new StringReader(File.ReadAllText(words)) });

        Assert.Equal(made.Json.GetProperty("identity").GetProperty("peer").GetString(), fromFile.Json.GetProperty("peer").GetString());
        Assert.Equal(fromFile.Json.GetProperty("peer").GetString(), fromInput.Json.GetProperty("peer").GetString());
        Assert.DoesNotContain(made.Json.GetProperty("words").GetString()!.Split(' ')[0] + " ", fromFile.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_word_is_named_with_its_place_and_what_was_probably_meant()
    {
        var run = await Import(Words.Replace("gorilla", "gorila", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("word 2, 'gorila', is not on the list of recovery words. The nearest word on it is 'gorilla'", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Home("keys", "peer.json")));
    }

    [Theory]
    [InlineData("gorilla absent", "checksum is wrong")]
    [InlineData("gorilla", "not 23")]
    public async Task Words_that_do_not_belong_together_are_told(string start, string why)
    {
        var run = await Import(Words.Replace("absent gorilla", start, StringComparison.Ordinal));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_there_is_nothing_to_import()
    {
        var run = await Run("import");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("24 words, not 0", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passphrase_comes_from_a_file_the_environment_or_who_is_there()
    {
        var file = _folder.File("pass.txt");
        await File.WriteAllTextAsync(file, "open sesame\r\nanother line\n", TestContext.Current.CancellationToken);
        var made = await Run("new", "--passphrase-file", file, "--json");

        var nobody = await Run("export");
        var fromFile = await Run("export", "--passphrase-file", file, "--json");
        var fromEnvironment = await With(surroundings => surroundings with { Variable = name => name == "BLOCKASSIST_PASSPHRASE" ? "open sesame" : surroundings.Variable(name) }, "export", "--json");
        var asked = await With(surroundings => surroundings with { AskSecret = (_, _) => "open sesame" }, "export", "--json");
        var wrong = await With(surroundings => surroundings with { AskSecret = (_, _) => "open barley" }, "export");

        Assert.Equal("passphrase", made.Json.GetProperty("identity").GetProperty("unlocking").GetString());
        Assert.Contains("Give --passphrase-file, or set BLOCKASSIST_PASSPHRASE", nobody.Error, StringComparison.Ordinal);
        Assert.All((CommandRun[])[fromFile, fromEnvironment, asked], run => Assert.Equal(made.Json.GetProperty("words").GetString(), run.Json.GetProperty("words").GetString()));
        Assert.Equal((ExitCode.Failed, ""), (wrong.Code, wrong.Out));
        Assert.Contains("not its passphrase", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_says_it_twice_or_has_none()
    {
        var answers = new Queue<string>(["one", "other"]);
        var differ = await With(surroundings => surroundings with { AskSecret = (_, _) => answers.Dequeue() }, "new");
        var none = await With(surroundings => surroundings with { AskSecret = (_, _) => "" }, "new", "--json");

        Assert.Contains("differ", differ.Error, StringComparison.Ordinal);
        Assert.Equal("keyfile", none.Json.GetProperty("identity").GetProperty("unlocking").GetString());
    }

    [Fact]
    public async Task Importing_the_present_identity_gives_it_another_passphrase()
    {
        await Import(Words);
        var asked = 0;

        var run = await With(
            surroundings => surroundings with
            {
                In = new StringReader(Words),
                AskSecret = (_, _) =>
                {
                    asked++;
                    return "new";
                },
            },
            "import", "--json");

        Assert.Equal(("passphrase", 2), (run.Json.GetProperty("unlocking").GetString(), asked));
        Assert.False(File.Exists(Home("keys", "peer.key")));
        using var phrase = new IdentityFile(Home("keys", "peer.json")).Open("new");
        Assert.Equal(Words, phrase.Reveal());
    }

    [Fact]
    public async Task A_passphrase_and_none_contradict_each_other()
    {
        var run = await Run("new", "--passphrase-file", "x", "--without-passphrase");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("contradict", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_passphrase_file_is_a_mistake_and_changes_nothing()
    {
        await File.WriteAllTextAsync(_folder.File("empty"), "\n", TestContext.Current.CancellationToken);

        var run = await Run("new", "--passphrase-file", _folder.File("empty"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.False(File.Exists(Home("keys", "peer.json")));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("export")]
    public async Task Without_an_identity_it_is_said_how_to_get_one(string verb)
    {
        var run = await Run(verb);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("blockassist key new", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_identity_is_told_and_not_written_over()
    {
        await Import(Words);
        await File.WriteAllTextAsync(Home("keys", "peer.json"), "{", TestContext.Current.CancellationToken);

        var runs = new[] { await Run("show"), await Run("export"), await Run("new", "--replace"), await Import(Words) };

        Assert.All(runs, run => Assert.Equal((ExitCode.Failed, true), (run.Code, run.Error.Contains("is damaged", StringComparison.Ordinal))));
        Assert.Equal("{", await File.ReadAllTextAsync(Home("keys", "peer.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_log_has_a_word_a_passphrase_or_a_key()
    {
        var made = await With(surroundings => surroundings with { AskSecret = (_, _) => "open sesame" }, "new", "--json");
        await With(surroundings => surroundings with { AskSecret = (_, _) => "open barley" }, "export");
        await With(surroundings => surroundings with { AskSecret = (_, _) => "open sesame" }, "export");
        await Import(Words.Replace("absent gorilla", "gorilla absent", StringComparison.Ordinal));
        await Run("import", "--words-file", Home("keys", "peer.json"));

        var log = string.Concat(Directory.GetFiles(Home("logs")).Select(File.ReadAllText));

        Assert.Contains("export", log, StringComparison.Ordinal);
        Assert.All(
            (string[])["open sesame", "open barley", "gorilla", made.Json.GetProperty("words").GetString()!, Secret(Home("keys", "peer.json"))],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    private static string Secret(string file)
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("secret").GetString()!;
    }

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _folder.File("home"), ["key", .. words]);

    private Task<CommandRun> With(Func<Surroundings, Surroundings> change, params string[] words) =>
        CommandRun.Of(Verbs.All(), _folder.File("home"), ["key", .. words], change);

    private Task<CommandRun> Import(string words) => With(surroundings => surroundings with { In = new StringReader(words) }, "import");

    private string Home(params string[] parts) => Path.Combine([_folder.File("home"), .. parts]);
}
