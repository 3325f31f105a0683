using System.Text.Json;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Tests.Contributing;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Personal;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>What a dashboard tells of trainings, models, contributions, and the machine.</summary>
public sealed class OtherSubjectTests
{
    [Fact]
    public async Task A_training_is_a_curve_of_as_many_points_as_can_be_seen_up_to_a_line_that_is_not_whole()
    {
        await using var dash = await DashedHome.StartAsync();
        var folder = Path.Combine(dash.Home.Training, "human");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(
            Path.Combine(folder, "metrics.jsonl"),
            [.. Enumerable.Range(1, 1000).Select(step => $$"""{"stage":0,"step":{{step}},"loss":{{1000 - step}},"accuracy":0.5,"rate":0.1}"""), """{"stage":0,"st"""]);

        var page = await dash.GetAsync("learning");

        var training = Assert.Single(page.GetProperty("trainings").EnumerateArray());
        Assert.Equal(("human", 1000), (training.GetProperty("name").GetString(), training.GetProperty("steps").GetInt32()));
        Assert.Equal(["loss", "accuracy"], training.GetProperty("curves").EnumerateArray().Select(curve => curve.GetProperty("name").GetString()));
        var loss = training.GetProperty("curves")[0].GetProperty("points").EnumerateArray().ToList();
        Assert.InRange(loss.Count, 50, 80);
        Assert.Equal(1000, loss[^1].GetProperty("x").GetDouble());
        Assert.Equal(499.5, loss.Average(point => point.GetProperty("y").GetDouble()), 1.0);
    }

    [Fact]
    public async Task What_the_assistant_learnt_is_told_time_after_time_and_a_line_that_was_cut_off_is_not()
    {
        await using var dash = await DashedHome.StartAsync();
        var log = new LessonLog(dash.Home);
        var trial = new PersonalTrial(new Estimate(3.5, 1.5, 5.5), new Estimate(0, 0, 0), new Estimate(-2, -6, 2), 5);
        log.Add(new PersonalReport(1, "a", null, null, false, "x"), DateTimeOffset.UnixEpoch);
        File.AppendAllText(log.Path, "\n{\"at\":\"1970-01");
        log.Add(new PersonalReport(2, "b", "a", trial, true, "a"), DateTimeOffset.UnixEpoch);
        log.Add(new PersonalReport(2, null, null, null, false, "a"), DateTimeOffset.UnixEpoch);

        var lessons = (await dash.GetAsync("learning")).GetProperty("lessons").EnumerateArray().ToList();

        Assert.Equal([1, 2], lessons.Select(lesson => lesson.GetProperty("sessions").GetInt32()));
        Assert.Equal(JsonValueKind.Null, lessons[0].GetProperty("better").ValueKind);
        Assert.Equal((3.5, 1.5, -2.0), (lessons[1].GetProperty("better").GetDouble(), lessons[1].GetProperty("low").GetDouble(), lessons[1].GetProperty("practice").GetDouble()));
        Assert.Equal([false, true], lessons.Select(lesson => lesson.GetProperty("isPromoted").GetBoolean()));
    }

    [Fact]
    public async Task Models_are_told_with_their_lineage_and_can_be_changed_by_who_has_the_token()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);
        var (first, second) = (await ImportAsync(dash, 1), await ImportAsync(dash, 2));

        var promoted = await dash.PostAsync("models/promote", $$"""{"hash":"{{first}}"}""");
        var again = await dash.PostAsync("models/promote", $$"""{"hash":"{{second}}"}""");
        var before = await dash.GetAsync("models");
        var back = await dash.PostAsync("models/rollback", """{"kind":"human"}""");
        var after = await dash.GetAsync("models");
        var tooFar = await dash.PostAsync("models/rollback", """{"kind":"human"}""");
        var unknown = await dash.PostAsync("models/promote", """{"hash":"../../etc/passwd"}""");

        Assert.Equal([200, 200, 200, 409, 409], ((System.Net.HttpStatusCode[])[promoted, again, back, tooFar, unknown]).Select(code => (int)code));
        Assert.Equal([second, first], before.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("hash").GetString()));
        Assert.Equal(["promoted", "archived"], States(before));
        Assert.Equal(["archived", "promoted"], States(after));
    }

    [Fact]
    public async Task Contributions_and_standings_are_those_of_the_verbs()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);
        PlayedHome.Play(dash.Home, 1);
        var unasked = await dash.GetAsync("chain");
        var said = await dash.PostAsync("consent", """{"records":true}""");
        var sent = await dash.Run("chain", "send", "--json");

        var chain = await dash.GetAsync("chain");
        var board = await dash.GetAsync("leaderboard");
        var verb = await dash.Run("chain", "leaderboard", "--json");

        Assert.Equal(JsonValueKind.Null, unasked.GetProperty("records").ValueKind);
        Assert.Equal(System.Net.HttpStatusCode.OK, said);
        Assert.Equal(ExitCode.Done, sent.Code);
        Assert.True(chain.GetProperty("records").GetBoolean());
        Assert.Equal(1, chain.GetProperty("chain").GetProperty("landed").GetInt32());
        Assert.Equal("Session", Assert.Single(chain.GetProperty("outbox").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal($"{verb.Json.GetProperty("players")}", $"{board.GetProperty("players")}");
        Assert.Equal(1, board.GetProperty("players")[0].GetProperty("contributions").GetProperty("sessions").GetInt32());
    }

    [Fact]
    public async Task Who_says_no_has_nothing_recorded()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);

        await dash.PostAsync("consent", """{"records":false}""");

        Assert.False((await dash.GetAsync("chain")).GetProperty("records").GetBoolean());
        Assert.False(File.Exists(dash.Home.Identity));
    }

    [Fact]
    public async Task The_machine_is_told_of_as_it_is()
    {
        await using var dash = await DashedHome.StartAsync();
        PlayedHome.Play(dash.Home, 1);

        var page = await dash.GetAsync("machine");

        Assert.Equal(Environment.ProcessorCount, page.GetProperty("cores").GetInt32());
        Assert.True(page.GetProperty("dashboard").GetProperty("memory").GetInt64() > 0);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("traffic").ValueKind);
        var sessions = page.GetProperty("folders").EnumerateArray().Single(folder => folder.GetProperty("name").GetString() == "sessions");
        Assert.Equal(new FileInfo(dash.FileOf(1)).Length, sessions.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task Doctor_says_what_the_verb_says()
    {
        await using var dash = await DashedHome.StartAsync();

        var found = (await dash.GetAsync("doctor")).GetProperty("findings").EnumerateArray().ToList();

        Assert.Equal("runtime", found[0].GetProperty("name").GetString());
        Assert.Contains(found, finding => finding.GetProperty("name").GetString() == "home" && finding.GetProperty("found").GetString() == dash.Home.Path);
    }

    private static string?[] States(JsonElement page) => [.. page.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("state").GetString())];

    private static async Task<string> ImportAsync(DashedHome dash, int seed)
    {
        var file = Path.Combine(dash.Home.Path, $"{seed}.safetensors");
        SomeHuman.Save(file, SomeHuman.Size with { Dropout = 0.1 * seed });
        var run = await dash.Run("model", "import", file, "--json");
        Assert.True(run.Code == ExitCode.Done, run.Error);
        File.Delete(file);
        return run.Json.GetProperty("hash").GetString()!;
    }
}
