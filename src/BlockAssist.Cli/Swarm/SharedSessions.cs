using BlockAssist.Cli.Running;
using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Which sessions of its player a node may learn from in a swarm, and show to whoever verifies: those that the player has said so of, one by one.</summary>
/// <param name="home">The home.</param>
internal sealed class SharedSessions(NodeHome home)
{
    private string File => Path.Combine(home.Path, "shared.txt");

    /// <summary>The files, as far as they are still there.</summary>
    public IReadOnlyList<string> Files() => [.. Names().Select(name => Path.Combine(home.Episodes, name)).Where(System.IO.File.Exists)];

    /// <summary>What can be learnt from them.</summary>
    public DemonstrationSet Open() => DemonstrationSet.Open(Files());

    /// <summary>Shares sessions, or no longer.</summary>
    /// <param name="files">Files in the home's folder of episodes.</param>
    /// <param name="share">Whether they are shared from now on.</param>
    /// <exception cref="ForeseenException">One is elsewhere.</exception>
    public void Set(IEnumerable<string> files, bool share)
    {
        var names = Names();
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(home.Episodes, Path.GetFullPath(file));
            if (name.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(name))
            {
                throw new ForeseenException($"{file} is no session of this node", "Other episodes are shared by node run --data DIR.");
            }

            _ = share ? names.Add(name) : names.Remove(name);
        }

        AtomicFile.Write(File, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            foreach (var name in names)
            {
                writer.WriteLine(name);
            }
        });
    }

    private SortedSet<string> Names() => new(System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File).Where(line => line.Length > 0) : [], StringComparer.Ordinal);
}
