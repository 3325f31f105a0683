using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Training;

/// <summary>A <see cref="SmallTraining"/> in a process of its own, which goes on where an earlier one was killed.</summary>
internal sealed class TrainingChild : IDisposable
{
    private const string DataVariable = "BLOCKASSIST_TEST_TRAIN_ON";
    private const string FolderVariable = "BLOCKASSIST_TEST_TRAIN_IN";
    private const string ThreadsVariable = "BLOCKASSIST_TEST_TRAIN_THREADS";

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="data">The folder with the play.</param>
    /// <param name="folder">The folder of the training.</param>
    /// <param name="threads">How many threads compute.</param>
    public TrainingChild(string data, string folder, int threads)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, isHost ? [typeof(TrainingChild).Assembly.Location] : []) { RedirectStandardOutput = true };
        start.Environment[DataVariable] = data;
        start.Environment[FolderVariable] = folder;
        start.Environment[ThreadsVariable] = threads.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(start)!;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The hash of the trained weights.</returns>
    public string End()
    {
        var last = "";
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            last = line;
        }

        _process.WaitForExit();
        Assert.Equal(0, _process.ExitCode);
        return last;
    }

    /// <summary>Kills it as a power switch would once it has made some steps, if it has not ended before.</summary>
    public void KillAfter(int steps)
    {
        while (steps > 0 && _process.StandardOutput.ReadLine() is not null)
        {
            steps--;
        }

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
            TorchRuntime.Start(int.Parse(Environment.GetEnvironmentVariable(ThreadsVariable)!, CultureInfo.InvariantCulture));
            var data = DemonstrationSet.Open([Environment.GetEnvironmentVariable(DataVariable)!]);
            using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
            using var trained = SmallTraining.Run(data, folder, TimeSpan.FromMilliseconds(20)).Run(resume: true, new Speaker(output), CancellationToken.None);
            output.WriteLine(ContentHash.Of(MemoryMarshal.AsBytes<float>(trained.Values())));
            Environment.Exit(0);
        }
    }

    private sealed class Speaker(StreamWriter output) : ITrainingWatcher
    {
        public void Stepped(TrainingStage stage, TrainingStep made) => output.WriteLine($"{stage.Name} {made.Step}");
    }
}
