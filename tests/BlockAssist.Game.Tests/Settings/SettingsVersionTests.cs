using System.Text.Json.Nodes;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Game.Tests.Settings;

/// <summary>Settings of earlier and of later versions.</summary>
public sealed class SettingsVersionTests : IDisposable
{
    private static readonly GameSettings Set = new()
    {
        Video = new VideoSettings { FramesASecond = 144, ViewDistance = 90, FieldOfView = 85 },
        Hud = new HudSettings { Scale = 3, ReducedMotion = true },
        Sound = new SoundVolumes { Master = 0.25f },
    };

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("settings.json");

    private SettingsFile Kept => new(Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Settings_of_version_1_are_as_they_were_set()
    {
        GoldenFiles.Copy("settings.json", _folder, () =>
        {
            Kept.Save(Set);
            return File.ReadAllBytes(Path);
        });

        var (settings, trouble) = Kept.Load();

        Assert.Null(trouble);
        Assert.True(Set.Bindings.Matches(settings.Bindings));
        Assert.Equal(Set, settings with { Bindings = Set.Bindings });
    }

    [Fact]
    public void Settings_of_a_newer_version_are_neither_taken_nor_mended_nor_written_over()
    {
        File.WriteAllText(Path, """{"version":2,"video":{"fieldOfView":"wide"}}""");
        var before = Newer.Around(Path);

        var (settings, trouble) = Kept.Load();

        Assert.Equal(new GameSettings(), settings);
        Assert.Equal($"Your settings cannot be read, so the usual ones are used: {Newer.Wording(Path, "settings")}", trouble);
        Assert.Equal(new GameSettings(), Kept.Peek());
        Assert.Equal(Newer.Wording(Path, "settings"), Assert.Throws<NewerVersionException>(() => Kept.Save(Set)).Message);
        Assert.Equal(before, Newer.Around(Path));
    }

    [Fact]
    public void What_a_later_program_added_stays_also_when_the_rest_is_mended()
    {
        File.WriteAllText(Path, """{"video":{"fieldOfView":70,"rayTracing":true},"weather":{"rain":0.5}}""");

        Kept.Save(Set);
        Assert.Equal((85, true, 0.5), Added());

        File.WriteAllText(Path, """{"video":{"fieldOfView":"wide","rayTracing":true},"weather":{"rain":0.5}}""");
        var (settings, trouble) = Kept.Load();
        Assert.Contains("video.fieldOfView", trouble, StringComparison.Ordinal);
        Assert.Equal((settings.Video.FieldOfView, true, 0.5), Added());
    }

    private (double FieldOfView, bool RayTracing, double Rain) Added()
    {
        var there = JsonNode.Parse(File.ReadAllText(Path))!;
        Assert.Equal(1, (int)there["version"]!);
        return ((double)there["video"]!["fieldOfView"]!, (bool)there["video"]!["rayTracing"]!, (double)there["weather"]!["rain"]!);
    }
}
