using System.Diagnostics;
using System.Runtime.CompilerServices;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>The training of a <see cref="SmallLease"/> in a process of its own, which goes on where an earlier one was killed.</summary>
internal sealed class LeaseChild : IDisposable
{
    private const string BaseVariable = "BLOCKASSIST_TEST_LEASE_BASE";
    private const string DataVariable = "BLOCKASSIST_TEST_LEASE_DATA";
    private const string FolderVariable = "BLOCKASSIST_TEST_LEASE_IN";

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="start">The file of the base.</param>
    /// <param name="data">The folder with the play.</param>
    /// <param name="folder">The folder of the lease.</param>
    public LeaseChild(string start, string data, string folder)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var child = new ProcessStartInfo(program, isHost ? [typeof(LeaseChild).Assembly.Location] : []) { RedirectStandardOutput = true };
        child.Environment[BaseVariable] = start;
        child.Environment[DataVariable] = data;
        child.Environment[FolderVariable] = folder;
        _process = Process.Start(child)!;
    }

    /// <summary>Kills it as a power switch would, a while after it has done some segments.</summary>
    public void KillAfter(int segments, TimeSpan andThen)
    {
        while (segments > 0 && _process.StandardOutput.ReadLine() is not null)
        {
            segments--;
        }

        _process.WaitForExit(andThen);
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose() => _process.Dispose();

    /// <summary>In a process that was started to train, does; the tests never start there.</summary>
    [ModuleInitializer]
    internal static void TrainIfAsked()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            TorchRuntime.Start(1);
            var data = DemonstrationSet.Open([Environment.GetEnvironmentVariable(DataVariable)!]);
            using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
            new LeaseTraining(LeaseBase.Load(Environment.GetEnvironmentVariable(BaseVariable)!), SmallLease.Recipe, SmallLease.Terms, data, folder)
                .Train(new Speaker(output), CancellationToken.None);
            Environment.Exit(0);
        }
    }

    private sealed class Speaker(StreamWriter output) : IProgress<int>
    {
        public void Report(int value) => output.WriteLine(value);
    }
}
