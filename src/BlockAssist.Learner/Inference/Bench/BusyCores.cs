namespace BlockAssist.Learner.Inference.Bench;

/// <summary>Keeps cores busy as a game would, each with arithmetic over more memory than a core's cache holds.</summary>
internal sealed class BusyCores : IDisposable
{
    private const int Numbers = 1 << 20;

    private readonly CancellationTokenSource _end = new();
    private readonly Thread[] _threads;

    public BusyCores(int cores)
    {
        _threads = [.. Enumerable.Range(0, cores).Select(_ => new Thread(Work) { IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    public void Dispose()
    {
        _end.Cancel();
        Array.ForEach(_threads, thread => thread.Join());
        _end.Dispose();
    }

    private void Work()
    {
        var numbers = new float[Numbers];
        while (!_end.IsCancellationRequested)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = (0.5f * numbers[i]) + i;
            }
        }
    }
}
