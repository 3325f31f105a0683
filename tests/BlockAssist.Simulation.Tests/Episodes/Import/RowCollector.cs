using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Simulation.Tests.Episodes.Import;

/// <summary>Gathers the training rows of an episode: every builder's steps that are not absence, in order.</summary>
internal sealed class RowCollector : IReplayVisitor
{
    private readonly int[] _numbers = new int[SiteOptions.MaxBuilders];

    public List<string> Rows { get; } = [];

    public static string Describe(int builder, int number, double seconds, bool isPadding, int[] action) =>
        $"{builder} {number} {Math.Round(seconds * 1000)} {(isPadding ? "padding" : "decision")} {string.Join(',', action)}";

    public void Before(BuildSite site, in ReplayStep moment)
    {
        for (var builder = 0; builder < site.BuilderCount; builder++)
        {
            if (moment.Origins[builder] != ActionOrigin.Absent)
            {
                var action = moment.Actions[builder];
                int[] parts = action.Type switch
                {
                    ActionType.Place or ActionType.Give => [(int)action.Type, action.Cell, (int)action.Block],
                    ActionType.Break => [(int)action.Type, action.Cell],
                    _ => [(int)action.Type],
                };
                Rows.Add(Describe(builder, _numbers[builder]++, moment.Time / 1000.0, moment.Origins[builder] == ActionOrigin.Padding, parts));
            }
        }
    }

    public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
    {
    }
}
