using CsCheck;

namespace AsyncBot.Core.Tests.Commands;

/// <summary>One of some values, at random.</summary>
internal static class Among
{
    public static Gen<T> These<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
