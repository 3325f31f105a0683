using Microsoft.ML.OnnxRuntime;

namespace BlockAssist.Learner.Inference;

/// <summary>A network with memory for a batch of one size: fill the inputs, execute, read the outputs, as often as need be.</summary>
/// <remarks>
/// Everything is allocated and warmed up when it is made; on the processor, executing allocates nothing that the garbage
/// collector would see. Inputs keep what was written to them. Belongs to one thread at a time.
/// </remarks>
public sealed class InferenceRun : IDisposable
{
    private const int WarmUps = 2;

    private readonly InferenceSession _session;
    private readonly InferenceProvider _provider;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly Dictionary<string, TensorSlot> _inputs;
    private readonly Dictionary<string, TensorSlot> _outputs;

    internal InferenceRun(InferenceSession session, InferenceProvider provider, int batch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        (_session, _provider, Batch) = (session, provider, batch);
        _inputs = Slots(session.InputMetadata, batch);
        _outputs = Slots(session.OutputMetadata, batch);
        _binding = session.CreateIoBinding();
        BindInputs();
        foreach (var output in _outputs.Values)
        {
            _binding.BindOutput(output.Name, output.Value);
        }

        for (var i = 0; i < WarmUps; i++)
        {
            Execute();
        }
    }

    /// <summary>How many positions are run at once.</summary>
    public int Batch { get; }

    /// <summary>The names of the inputs.</summary>
    public IReadOnlyCollection<string> Inputs => _inputs.Keys;

    /// <summary>The names of the outputs.</summary>
    public IReadOnlyCollection<string> Outputs => _outputs.Keys;

    /// <summary>The floats of an input, to be written; empty if it is one of bytes.</summary>
    public Span<float> Input(string name) => _inputs[name].Floats;

    /// <summary>The bytes of an input, to be written; empty if it is one of floats.</summary>
    public Span<byte> InputBytes(string name) => _inputs[name].Bytes;

    /// <summary>The numbers of an output; those of the last execution.</summary>
    public ReadOnlySpan<float> Output(string name) => _outputs[name].Floats;

    /// <summary>Runs the network on what the inputs hold.</summary>
    /// <exception cref="InferenceException">The provider gave up: a card was taken away, or its memory is full.</exception>
    public void Execute()
    {
        try
        {
            if (_provider == InferenceProvider.Cpu)
            {
                _session.RunWithBinding(_options, _binding);
            }
            else
            {
                ExecuteOnCard();
            }
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InferenceException($"{_provider} failed to run the network: {RuntimeMessage.Of(exception)}.", exception);
        }
    }

    /// <summary>Hands an output back as an input of the next execution: the memory of a recurrent network.</summary>
    public void Carry(string output, string input) => Output(output).CopyTo(Input(input));

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding.Dispose();
        _options.Dispose();
        foreach (var slot in _inputs.Values.Concat(_outputs.Values))
        {
            slot.Dispose();
        }
    }

    private static Dictionary<string, TensorSlot> Slots(IReadOnlyDictionary<string, NodeMetadata> metadata, int batch) =>
        metadata.ToDictionary(named => named.Key, named => TensorSlot.Of(named.Key, named.Value, batch));

    private void ExecuteOnCard()
    {
        // DirectML takes one run of a session at a time.
        lock (_session)
        {
            // A card's copy of an input is made when the input is bound.
            BindInputs();
            _binding.SynchronizeBoundInputs();
            _session.RunWithBinding(_options, _binding);
            _binding.SynchronizeBoundOutputs();
        }
    }

    private void BindInputs()
    {
        foreach (var input in _inputs.Values)
        {
            _binding.BindInput(input.Name, input.Value);
        }
    }
}
