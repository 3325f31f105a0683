using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Screening;

/// <summary>What a builder's part in an episode is worth to learn from, found by playing it again.</summary>
/// <param name="Builder">Which builder.</param>
/// <param name="Built">How many cells are as the goal has them at the end, were not at the start, and were last changed by this builder.</param>
/// <param name="Print">By which a copy is found; null if too little was built.</param>
/// <param name="Complaint">Why it is no person's play; null if it may be one's.</param>
public sealed record PlayedPart(int Builder, int Built, PlayPrint? Print, string? Complaint)
{
    /// <summary>The parts of all builders of an episode.</summary>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static IReadOnlyList<PlayedPart> In(string path)
    {
        var replay = new Replay(EpisodeReader.Open(path));
        var start = replay.Site.Blocks.ToArray();
        var notes = new Notes(replay.Site.BuilderCount);
        replay.Run(notes);
        return [.. Enumerable.Range(0, replay.Site.BuilderCount).Select(builder => notes.Of(builder, replay.Site, start))];
    }

    private sealed class Notes(int builders) : IReplayVisitor
    {
        private readonly List<PlayEdit>[] _edits = [.. Enumerable.Range(0, builders).Select(_ => new List<PlayEdit>())];
        private readonly List<long>[] _acts = [.. Enumerable.Range(0, builders).Select(_ => new List<long>())];
        private readonly Dictionary<int, int> _lastBy = [];

        public PlayedPart Of(int builder, BuildSite site, Block[] start)
        {
            var built = _lastBy.Count(one => one.Value == builder && site.Blocks[one.Key] == site.Goal[one.Key] && start[one.Key] != site.Goal[one.Key]);
            return new PlayedPart(builder, built, PlayPrint.Of(_edits[builder]), PlayPace.Complaint(_acts[builder]));
        }

        public void Before(BuildSite site, in ReplayStep moment)
        {
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
            for (var builder = 0; builder < builders; builder++)
            {
                if (moment.Actions[builder] != BuilderAction.Noop)
                {
                    _acts[builder].Add(moment.Time);
                }

                if (deeds[builder].Action is { IsEdit: true } edit)
                {
                    _edits[builder].Add(new PlayEdit(edit.Type, edit.Block, site.Options.Size.PosOf(edit.Cell)));
                    _lastBy[edit.Cell] = builder;
                }
            }
        }
    }
}
