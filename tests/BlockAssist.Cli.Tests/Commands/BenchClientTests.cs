using System.Text.Json;
using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class BenchClientTests
{
    [Fact]
    public void Merged_meshes_show_the_same_land_in_fewer_faces_and_are_made_sooner()
    {
        var figure = new MeshBench(TimeProvider.System, rounds: 20).Measure(MeshLand.All().First());

        Assert.InRange(figure.Faces, 1000, figure.PlainFaces / 2);
        Assert.True(figure.WholeMilliseconds < figure.PlainWholeMilliseconds, $"{figure}");
        Assert.True(figure.Microseconds.P50 <= figure.Microseconds.P99, $"{figure}");
    }

    [Fact]
    public void Each_kind_of_land_is_measured_once()
    {
        var names = MeshLand.All().Select(land => land.Name).ToArray();

        Assert.Equal(["around a site", "hills", "caves", "noise"], names);
    }

    [Fact]
    public async Task Frames_of_both_sizes_are_measured_and_allocate_next_to_nothing()
    {
        var run = await CommandRun.Of("bench", "frame", "--frames", "10", "--json");
        Assert.SkipWhen(run.Error.Contains("EGL", StringComparison.Ordinal), run.Error);

        Assert.Equal(ExitCode.Done, run.Code);
        using var report = JsonDocument.Parse(run.Out);
        var figures = report.RootElement.GetProperty("figures");
        Assert.Equal(2, figures.GetArrayLength());
        Assert.All(figures.EnumerateArray(), figure => Assert.True(figure.GetProperty("framesPerSecond").GetDouble() > 0));
        Assert.All(figures.EnumerateArray(), figure => Assert.True(figure.GetProperty("faces").GetInt32() > 1000));
        Assert.All(figures.EnumerateArray(), figure => Assert.InRange(figure.GetProperty("bytesPerFrame").GetDouble(), 0, 4096));
        Assert.True(report.RootElement.GetProperty("editMilliseconds").GetProperty("p50").GetDouble() > 0);
    }
}
