using System.Reflection;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contracts;

/// <summary>A function of a contract, called with messages of one class.</summary>
/// <typeparam name="TMessage">The class; it has a <see cref="FunctionAttribute"/>.</typeparam>
public sealed class ContractFunction<TMessage>
    where TMessage : FunctionMessage
{
    private readonly ChainNode _node;
    private readonly Address _contract;
    private readonly KnownErrors _errors;
    private readonly MessageShape _shape = MessageShape.Of(typeof(TMessage));
    private readonly FunctionAttribute _told;
    private readonly Selector _selector;

    /// <summary>The function of a contract.</summary>
    /// <param name="node">The node that is asked.</param>
    /// <param name="contract">Where the contract is.</param>
    /// <param name="errors">By which errors it may refuse.</param>
    public ContractFunction(ChainNode node, Address contract, KnownErrors errors)
    {
        _told = typeof(TMessage).GetCustomAttribute<FunctionAttribute>() ?? throw new ArgumentException($"{typeof(TMessage).Name} does not say which function it calls.");
        (_node, _contract, _errors, _selector) = (node, contract, errors, Selector.Of(_told.Name + _shape.Tuple.Name));
    }

    /// <summary>The bytes that call it.</summary>
    /// <exception cref="ChainFormatException">A value is absent or does not fit.</exception>
    public byte[] Encode(TMessage message) => _selector.Before(_shape.Tuple.EncodeParts(_shape.ValuesOf(message)));

    /// <summary>What is to be sent to call it.</summary>
    /// <param name="message">With what.</param>
    /// <param name="onSigned">Is given every form that is signed of this, before it is sent.</param>
    /// <exception cref="ChainFormatException">A value is absent or does not fit.</exception>
    public TransactionRequest RequestOf(TMessage message, Func<ISigned, CancellationToken, ValueTask>? onSigned = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new TransactionRequest(_contract, Encode(message), new Wei(message.AmountToSend))
        {
            GasLimit = (ulong?)message.Gas,
            Errors = _errors,
            OnSigned = onSigned,
        };
    }

    /// <summary>Asks without a transaction.</summary>
    /// <typeparam name="TResult">What comes back: a class with properties that have a <see cref="ParameterAttribute"/>, or the one value that the function returns.</typeparam>
    /// <param name="message">With what.</param>
    /// <param name="block">As of which block.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ChainException">The contract refuses, or answers something else; among others.</exception>
    public async Task<TResult> QueryAsync<TResult>(TMessage message, BlockRef block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            var bytes = await _node.CallAsync(new CallRequest(_contract, Encode(message), Value: new Wei(message.AmountToSend)), block, cancellation);
            return (TResult)Read(typeof(TResult), bytes);
        }
        catch (ChainFormatException error)
        {
            throw new ChainException(ChainFault.Malformed, $"what {_told.Name} of {_contract} answers is not what was expected: {error.Message}");
        }
        catch (ChainException error) when (error.Error is not null)
        {
            throw error.In(_errors);
        }
    }

    private object Read(Type type, byte[] bytes)
    {
        if (_told.ReturnType is { } one)
        {
            return MessageValue.FromAbi(type, AbiType.Parse(one).Decode(bytes), inner: null);
        }

        var shape = MessageShape.Of(type);
        return shape.MessageOf(shape.Tuple.DecodeParts(bytes));
    }
}
