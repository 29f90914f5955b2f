namespace CommonGround.Web.Features.Shared;

/// <summary>The parts of one thing, each a page of its own. Drawn by <c>_Tabs</c> as links.</summary>
public sealed record TabsView(string Label, IReadOnlyList<Tab> Tabs);

/// <summary>One part. <paramref name="Count"/>: how many things wait there.</summary>
public sealed record Tab(string Text, string Href, bool Current = false, int? Count = null);
