using BlockAssist.Net.Gates;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Opens and tries toy models.</summary>
internal sealed class ToyWorkshop : IModelWorkshop
{
    public OpenedModel Open(string file, string? momentum)
    {
        var numbers = ToyModel.Numbers(file);
        var own = numbers.Length > ToyModel.Weights ? numbers[ToyModel.Weights..] : new float[ToyModel.Weights];
        return new OpenedModel([ToyModel.Weights], numbers[..ToyModel.Weights], momentum is null ? own : ToyModel.Numbers(momentum));
    }

    public float[]? ReadUpdate(string file, string baseFile) => ToyModel.Read(file);

    public Task<IReadOnlyList<Gain>> GainsAsync(RoundFiles round, IReadOnlyList<ReadOnlyMemory<float>> changes, CancellationToken cancellation)
    {
        var weights = ToyModel.Read(round.Base);
        return Task.FromResult<IReadOnlyList<Gain>>([.. changes.Select(change =>
            new Gain(ToyModel.Distance(weights) - ToyModel.Distance([.. weights.Zip(change.ToArray(), (weight, by) => weight + by)])))]);
    }

    public void Save(string baseFile, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum, string file, string momentumFile)
    {
        ToyModel.Write(file, weights.Span);
        ToyModel.Write(momentumFile, momentum.Span);
    }

    public IModelMatch Match(Func<string, string> fileOf) => new ToyMatch(fileOf);

    private sealed class ToyMatch(Func<string, string> fileOf) : IModelMatch
    {
        public Task<IReadOnlyList<double>> PlayAsync(string candidate, string other, int first, int count, CancellationToken cancellation)
        {
            var better = ToyModel.Distance(ToyModel.Read(fileOf(other))) - ToyModel.Distance(ToyModel.Read(fileOf(candidate)));
            return Task.FromResult<IReadOnlyList<double>>([.. Enumerable.Range(first, count).Select(pair => better + ((pair % 2 == 0 ? 1 : -1) * 0.01))]);
        }
    }
}
