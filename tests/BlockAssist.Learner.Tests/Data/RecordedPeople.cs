using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Episodes.Import;

namespace BlockAssist.Learner.Tests.Data;

/// <summary>What people built in the study, imported once; nothing where the recordings are absent.</summary>
public sealed class RecordedPeople : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<DemonstrationSet> _all;

    public RecordedPeople() => _all = new Lazy<DemonstrationSet>(Import);

    /// <summary>The participants' turns of one kind of session; skips the test where there are none.</summary>
    public DemonstrationSet Of(string split)
    {
        SharedData.Need("mbag/episodes");
        return _all.Value.Where(one => one.Split == split);
    }

    public void Dispose() => _folder.Dispose();

    private DemonstrationSet Import()
    {
        foreach (var file in SharedData.Files("mbag/episodes", "*.jsonl.gz"))
        {
            MbagEpisodeImporter.Import(file, Path.Combine(_folder.Path, Path.GetFileName(file).Replace(".jsonl.gz", ".bae", StringComparison.Ordinal)));
        }

        return DemonstrationSet.Open([_folder.Path]);
    }
}
