using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>Looks whether the padding in a recording is as MBAG's rule has it.</summary>
internal static class PaddingCheck
{
    private const double Step = 800;

    /// <summary>Complains about any other number of no-ops before an action, any other time of one, or steps out of order.</summary>
    public static void Demand(string path, long end)
    {
        var reader = EpisodeReader.Open(path);
        var (last, pads, latest) = (0L, 0, 0L);
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            if (entry != EpisodeEntry.Step)
            {
                continue;
            }

            Assert.True(reader.Time >= latest);
            latest = reader.Time;
            Assert.Single(reader.Origins.ToArray(), origin => origin != ActionOrigin.Absent);
            switch (reader.Origins[0])
            {
                case ActionOrigin.Padding:
                    Assert.Equal(BuilderAction.Noop, reader.Actions[0]);
                    Assert.Equal(last + (Step * ++pads), reader.Time);
                    break;
                case ActionOrigin.Decision:
                    Assert.Equal(NoopsBefore(reader.Time - last), pads);
                    (last, pads) = (reader.Time, 0);
                    break;
            }
        }

        Assert.Equal(NoopsBefore(end - last), pads);
    }

    private static int NoopsBefore(long milliseconds) => Math.Max(0, (int)Math.Ceiling(milliseconds / Step) - 1);
}
