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

    private readonly Func<string, InferenceSession>? _processor;
    private readonly Dictionary<string, TensorSlot> _inputs;
    private readonly Dictionary<string, TensorSlot> _outputs;
    private InferenceSession _session;
    private OrtIoBinding? _binding;
    private RunOptions _options = new();

    /// <param name="session">The network.</param>
    /// <param name="provider">What runs it.</param>
    /// <param name="batch">How many positions are run at once.</param>
    /// <param name="processor">The same network on the processor, for when a card gives up, by why it did; null for none.</param>
    internal InferenceRun(InferenceSession session, InferenceProvider provider, int batch, Func<string, InferenceSession>? processor = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        (_session, _processor, Provider, Batch) = (session, processor, provider, batch);
        _inputs = Slots(session.InputMetadata, batch);
        _outputs = Slots(session.OutputMetadata, batch);
        try
        {
            _binding = Bind();
            for (var i = 0; i < WarmUps; i++)
            {
                Execute();
            }
        }
        catch
        {
            // A card that is refused takes nothing with it.
            Dispose();
            throw;
        }
    }

    /// <summary>What runs the network.</summary>
    public InferenceProvider Provider { get; private set; }

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
    /// <exception cref="InferenceException">The processor gave up, too: its memory is full.</exception>
    public void Execute()
    {
        try
        {
            if (Provider == InferenceProvider.Cpu)
            {
                _session.RunWithBinding(_options, _binding!);
            }
            else
            {
                ExecuteOnCard();
            }
        }
        catch (OnnxRuntimeException exception) when (Provider != InferenceProvider.Cpu && _processor is not null)
        {
            GoOnWith(_processor(RuntimeMessage.Of(exception)));
            Execute();
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InferenceException($"{Provider} failed to run the network: {RuntimeMessage.Of(exception)}.", exception);
        }
    }

    /// <summary>Makes the next execution fail, as it does when a card is taken away.</summary>
    internal void LoseCard() => _options.Terminate = true;

    /// <summary>Hands an output back as an input of the next execution: the memory of a recurrent network.</summary>
    public void Carry(string output, string input) => Output(output).CopyTo(Input(input));

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding?.Dispose();
        _options.Dispose();
        foreach (var slot in _inputs.Values.Concat(_outputs.Values))
        {
            slot.Dispose();
        }
    }

    private void GoOnWith(InferenceSession processor)
    {
        _binding?.Dispose();
        _options.Dispose();
        (_session, Provider, _options) = (processor, InferenceProvider.Cpu, new RunOptions());
        _binding = Bind();
    }

    private OrtIoBinding Bind()
    {
        var binding = _session.CreateIoBinding();
        BindInputs(binding);
        foreach (var output in _outputs.Values)
        {
            binding.BindOutput(output.Name, output.Value);
        }

        return binding;
    }

    private static Dictionary<string, TensorSlot> Slots(IReadOnlyDictionary<string, NodeMetadata> metadata, int batch) =>
        metadata.ToDictionary(named => named.Key, named => TensorSlot.Of(named.Key, named.Value, batch));

    private void ExecuteOnCard()
    {
        // DirectML takes one run of a session at a time.
        lock (_session)
        {
            // A card's copy of an input is made when the input is bound.
            BindInputs(_binding!);
            _binding!.SynchronizeBoundInputs();
            _session.RunWithBinding(_options, _binding);
            _binding.SynchronizeBoundOutputs();
        }
    }

    private void BindInputs(OrtIoBinding binding)
    {
        foreach (var input in _inputs.Values)
        {
            binding.BindInput(input.Name, input.Value);
        }
    }
}
