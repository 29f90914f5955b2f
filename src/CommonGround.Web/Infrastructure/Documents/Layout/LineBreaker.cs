using System.Text;
using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>
/// Breaks text into lines: after spaces, after a hyphen or slash between letters, and within a word only where the
/// word alone is wider than the line. Lines come one at a time, so the length of a text costs no memory.
/// </summary>
internal sealed class LineBreaker(FontPair fonts, TextStyle style, double measure)
{
    private const char ZeroWidthSpace = '\u200B';

    private readonly List<Sign> _word = [];
    private readonly Queue<SetLine> _finished = new();
    private readonly LineInProgress _line = new();
    private double _wordWidth;

    private readonly record struct Sign(int CodePoint, bool IsBold, double Width);

    public static IEnumerable<SetLine> Break(InlineText text, FontPair fonts, TextStyle style, double measure) =>
        new LineBreaker(fonts, style, measure).Lines(text);

    private IEnumerable<SetLine> Lines(InlineText text)
    {
        foreach (var span in text.Spans)
        {
            var isBold = style.IsBold || span.IsStrong;
            foreach (var codePoint in Typesettable.CodePoints(span.Text))
            {
                Take(codePoint, isBold);
                while (_finished.TryDequeue(out var line))
                    yield return line;
            }
        }

        EndWord();
        if (!_line.IsEmpty || text.Spans.Count == 0)
            _finished.Enqueue(_line.Take());
        while (_finished.TryDequeue(out var line))
            yield return line;
    }

    private void Take(int codePoint, bool isBold)
    {
        if (codePoint is '\n' or ZeroWidthSpace)
        {
            EndWord();
            if (codePoint == '\n')
                _finished.Enqueue(_line.Take());
            return;
        }

        var mayBreakAfter = codePoint == ' ' || codePoint is '-' or '/' && _word.Count > 1 && IsLetter(_word[^1].CodePoint);
        var width = fonts.AdvanceOf(codePoint, isBold) * style.Size / 1000;
        _word.Add(new Sign(codePoint, isBold, width));
        _wordWidth += width;
        // A word already wider than the line will be broken anyway, so it need not be gathered to its end.
        if (mayBreakAfter || _wordWidth > measure)
            EndWord();
    }

    private void EndWord()
    {
        if (_word.Count == 0)
            return;
        // A space at the end of a line may hang over: it is not seen, but keeps the words apart when read aloud.
        var seen = _wordWidth - (_word[^1].CodePoint == ' ' ? _word[^1].Width : 0);
        if (_line.Width + seen > measure && !_line.IsEmpty)
            _finished.Enqueue(_line.Take());
        foreach (var sign in _word)
        {
            if (_line.Width + sign.Width > measure && sign.CodePoint != ' ' && !_line.IsEmpty && seen > measure)
                _finished.Enqueue(_line.Take());
            _line.Add(sign.CodePoint, sign.IsBold, sign.Width);
        }

        _word.Clear();
        _wordWidth = 0;
    }

    private static bool IsLetter(int codePoint) => Rune.IsLetter(new Rune(codePoint));

    private sealed class LineInProgress
    {
        private readonly List<SetRun> _runs = [];
        private readonly StringBuilder _text = new();
        private bool _isBold;
        private double _runWidth;

        public double Width { get; private set; }

        public bool IsEmpty => _text.Length == 0 && _runs.Count == 0;

        public void Add(int codePoint, bool isBold, double width)
        {
            if (isBold != _isBold)
                EndRun();
            _isBold = isBold;
            if (codePoint <= char.MaxValue)
                _text.Append((char)codePoint);
            else
                _text.Append(new Rune(codePoint).ToString());
            _runWidth += width;
            Width += width;
        }

        public SetLine Take()
        {
            EndRun();
            var line = new SetLine([.. _runs]);
            _runs.Clear();
            Width = 0;
            return line;
        }

        private void EndRun()
        {
            if (_text.Length > 0)
                _runs.Add(new SetRun(_text.ToString(), _isBold, _runWidth));
            _text.Clear();
            _runWidth = 0;
        }
    }
}
