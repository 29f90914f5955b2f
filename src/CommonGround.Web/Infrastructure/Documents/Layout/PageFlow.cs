using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>Puts strips on pages. Strips that keep together move to the next page together, as long as a page can hold them.</summary>
internal sealed class PageFlow(PdfFile file)
{
    private readonly List<(PageCanvas Canvas, int Content)> _pages = [];
    private PageCanvas? _page;
    private double _top;

    public IReadOnlyList<(PageCanvas Canvas, int Content)> Pages => _pages;

    public void Set(IEnumerable<Strip> strips)
    {
        var together = new List<Strip>();
        var height = 0.0;
        foreach (var strip in strips)
        {
            together.Add(strip);
            height += strip.SpaceBefore + strip.Height;
            if (strip.KeepsWithNext && height < Sheet.FullHeight)
                continue;
            Place(together, height);
            together.Clear();
            height = 0;
        }

        Place(together, height);
        EndPage();
    }

    private void Place(List<Strip> together, double height)
    {
        if (together.Count > 0 && !Fits(height) && height <= Sheet.FullHeight)
            BeginPage(together[0].RepeatedHead);
        foreach (var strip in together)
        {
            if (strip.StartsPage && _top > Sheet.Top || !Fits(strip.SpaceBefore + strip.Height))
                BeginPage(strip.RepeatedHead);
            _page ??= NewPage();
            _top += _top > Sheet.Top ? strip.SpaceBefore : 0;
            strip.Draw(_page, _top);
            _top += strip.Height;
        }
    }

    /// <summary>At the top of a page everything fits: what is taller than a page has nowhere better to go.</summary>
    private bool Fits(double height) => _page is null || _top <= Sheet.Top || _top + height <= Sheet.Bottom;

    private void BeginPage(Strip? repeatedHead)
    {
        EndPage();
        _page = NewPage();
        if (repeatedHead is null)
            return;
        repeatedHead.Draw(_page, _top);
        _top += repeatedHead.Height;
    }

    private PageCanvas NewPage()
    {
        _top = Sheet.Top;
        return new PageCanvas(file.Reserve(), Sheet.Height);
    }

    private void EndPage()
    {
        if (_page is null)
            return;
        // Stored page by page, so that a long document holds no more than one page of drawing in memory.
        _pages.Add((_page, file.WriteStream(_page.TakeContent())));
        _page = null;
    }
}
